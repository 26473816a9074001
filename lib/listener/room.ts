/** Room for messages: so many octets of all sessions together, however many of them there are. */
export interface Room {
  readonly enter: () => Share;
}

/** What one message takes of it. */
export interface Share {
  /** Takes so many octets more; false where they are not there. */
  readonly grow: (octets: number) => boolean;
  /** Gives all of them back; once is enough. */
  readonly release: () => void;
}

export function createRoom(octets: number): Room {
  let left = octets;
  return {
    enter() {
      let own = 0;
      return {
        grow(more) {
          if (more > left) return false;
          left -= more;
          own += more;
          return true;
        },
        release() {
          left += own;
          own = 0;
        },
      };
    },
  };
}
