/** Says what is wrong at a path of the pipeline, and what to do about it. */
export type Report = (path: (string | number)[], message: string) => void;
