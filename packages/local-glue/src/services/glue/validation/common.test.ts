import { name, resourceArn, tags } from './common';
import { structure } from '../../../protocol/shape';
import { validate } from '../../../protocol/validate';

const shape = structure({}, { Name: name, Arn: resourceArn, Tags: tags });

describe('the members that operations share', () => {
  it.each([
    { Name: 'covid hiring/2026 \u{1F680}' },
    { Name: 'x'.repeat(255) },
    { Arn: 'arn:aws-us-gov:glue:us-gov-west-1:000000000000:job/x' },
    { Tags: { team: '' } },
  ])('accept %j', input => {
    expect(validate(shape, input)).toEqual(input);
  });

  it.each([
    { Name: 'two\nlines' },
    { Name: 'bell\u0007' },
    { Name: 'x'.repeat(256) },
    { Arn: 'arn:aws:s3:::bucket' },
    { Tags: { '': 'x' } },
    { Tags: { key: 'x'.repeat(257) } },
  ])('refuse %j', input => {
    expect(() => validate(shape, input)).toThrow('validation error');
  });
});
