import { AwsError } from '../base/AwsError';
import { isAlreadyThere, isGone } from './existence';

it.each([
  ['AlreadyExistsException', true, false],
  ['ResourceExistsException', true, false],
  ['ConflictException', true, false],
  ['ClusterAlreadyExistsFault', true, false],
  ['BucketAlreadyOwnedByYou', true, false],
  ['EntityNotFoundException', false, true],
  ['ResourceNotFoundException', false, true],
  ['ClusterNotFoundFault', false, true],
  ['NoSuchBucket', false, true],
  ['InvalidInputException', false, false],
])('%s: exists already %s, is gone %s', (code, already, gone) => {
  const error = new AwsError(code, '');
  expect(isAlreadyThere(error)).toBe(already);
  expect(isGone(error)).toBe(gone);
});

it('knows only errors of services', () => {
  expect(isGone(new Error('NoSuchBucket'))).toBe(false);
});
