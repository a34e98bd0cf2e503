type Path = readonly PropertyKey[];

/** A document of any version as one of the current version. */
export interface Reading {
  document: unknown;
  /** What the older version did not know. */
  problems: { path: Path; message: string }[];
  /** Where something of the current version stands in the document that was read. */
  placeOf(path: Path): Path;
}
