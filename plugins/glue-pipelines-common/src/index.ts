export * from './annotations';
export * from './arn';
export * from './causes';
export * from './entityTag';
export * from './nodeStates';
export * from './permissions';
export * from './status';
export * from './types';
