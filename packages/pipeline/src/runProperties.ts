/**
 * AWS Glue API reference, StartWorkflowRun: keys are 1 to 255 characters on one line.
 *
 * @public
 */
export const PROPERTY_KEY_LENGTH = 255;
/**
 * Our own bounds: Glue publishes none, and the portal keeps and shows every value.
 *
 * @public
 */
export const MOST_PROPERTIES = 50;
/** @public */
export const PROPERTY_VALUE_LENGTH = 1024;

export { SECRET_IN_TEXT, SECRET_NAME, SECRET_VALUE } from './secrets';
