/** What was seen, as labels and values: the facts a reader needs to agree with the verdict. Stored in the report. */
export type Evidence = Readonly<Record<string, readonly string[]>>;

/** Something to look at under a verdict that is more than labels and values. Stored in the report; foreign text inside. */
export type Exhibit =
  | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "tree"; readonly root: TreeNode };
export interface TreeNode {
  readonly label: string;
  readonly note?: string;
  /** The branch that decided. */
  readonly mark?: boolean;
  readonly children?: readonly TreeNode[];
}

/** What somebody who looked at facts concludes: a permanent code, and on what. */
export interface Finding<Code extends string = string> {
  readonly outcome: Code;
  readonly evidence?: Evidence;
  readonly exhibit?: Exhibit;
}
