/** Room for messages: so many octets of all sessions together, however many of them there are. */
export interface Room {
  readonly enter: () => Share;
}

/** What one message takes of it, in pieces of one size. */
export interface Share {
  /** One piece more; undefined where there is none. What is in it is somebody else's. */
  readonly take: () => Buffer | undefined;
  /** Gives all of them back; once is enough. */
  readonly release: () => void;
}

/** The size of a piece, in octets. */
export const PIECE = 16 * 1024;

/** Pieces are made when they are needed first, and used again: what many clients send at once leaves no garbage. */
export function createRoom(octets: number): Room {
  let unmade = Math.floor(octets / PIECE);
  const free: Buffer[] = [];
  const make = () => {
    if (unmade === 0) return undefined;
    unmade--;
    return Buffer.allocUnsafeSlow(PIECE);
  };
  return {
    enter() {
      const own: Buffer[] = [];
      return {
        take() {
          const piece = free.pop() ?? make();
          if (piece) own.push(piece);
          return piece;
        },
        release() {
          free.push(...own.splice(0));
        },
      };
    },
  };
}
