/**
 * The name of an AWS region, as part of a longer pattern.
 *
 * @public
 */
export const REGION = '[a-z]{2,}(-[a-z]+)+-\\d+';

/**
 * The name of an AWS region, for example `eu-west-1`, `us-gov-west-1` or `eusc-de-east-1`.
 *
 * @public
 */
export const REGION_PATTERN = `^${REGION}$`;
