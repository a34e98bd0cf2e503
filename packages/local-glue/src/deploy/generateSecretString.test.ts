import { generateSecretString } from './generateSecretString';

describe('generateSecretString', () => {
  it('gives 32 characters of every kind but the space', () => {
    for (let round = 0; round < 50; round++) {
      const password = generateSecretString({});
      expect(password).toHaveLength(32);
      expect(password).toMatch(/[a-z]/);
      expect(password).toMatch(/[A-Z]/);
      expect(password).toMatch(/[0-9]/);
      expect(password).toMatch(/[^a-zA-Z0-9 ]/);
      expect(password).not.toContain(' ');
    }
  });

  it('is another one each time', () => {
    expect(generateSecretString({})).not.toBe(generateSecretString({}));
  });

  it('keeps to what is excluded', () => {
    const password = generateSecretString({
      PasswordLength: '64',
      ExcludeCharacters: 'abc',
      ExcludePunctuation: true,
      ExcludeNumbers: 'true',
      ExcludeUppercase: true,
    });
    expect(password).toMatch(/^[d-z]{64}$/);
  });

  it('goes into the template under its key', () => {
    const secret = JSON.parse(
      generateSecretString({
        SecretStringTemplate: '{"username":"admin"}',
        GenerateStringKey: 'password',
        ExcludePunctuation: true,
      }),
    );
    expect(secret).toEqual({
      username: 'admin',
      password: expect.stringMatching(/^[a-zA-Z0-9]{32}$/),
    });
  });

  it.each([
    [{ SecretStringTemplate: '{}' }, 'must be given together'],
    [
      { SecretStringTemplate: 'text', GenerateStringKey: 'a' },
      'not a JSON object',
    ],
    [{ PasswordLength: 3 }, 'cannot have one of each of 4 kinds'],
    [{ PasswordLength: 0 }, 'must be 1 to 4096'],
    [
      {
        ExcludeLowercase: true,
        ExcludeUppercase: true,
        ExcludeNumbers: true,
        ExcludePunctuation: true,
      },
      'excludes every character',
    ],
  ])('rejects %j', (options, message) => {
    expect(() => generateSecretString(options)).toThrow(message);
  });
});
