export * from './annotations';
export * from './arn';
export * from './nodeStates';
export * from './permissions';
export * from './pipeline';
export * from './schedule';
export * from './status';
export * from './types';
