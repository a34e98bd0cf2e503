import { TestGlue } from '../__testUtils__/TestGlue';

describe('classifiers', () => {
  let glue: TestGlue;

  beforeEach(() => {
    glue = new TestGlue();
  });

  afterEach(() => glue.dispose());

  const csv = { Name: 'pipes', Delimiter: '|', ContainsHeader: 'ABSENT' };
  const create = (members: object = {}) =>
    glue.call('CreateClassifier', { CsvClassifier: { ...csv, ...members } });

  it('can be created, got, listed, updated and deleted', async () => {
    await create();
    const { Classifier } = await glue.call('GetClassifier', { Name: 'pipes' });
    expect(Classifier).toEqual({
      CsvClassifier: {
        ...csv,
        CreationTime: expect.any(Date),
        LastUpdated: expect.any(Date),
        Version: 1,
      },
    });
    await create({ Name: 'others' });
    const first = await glue.call('GetClassifiers', { MaxResults: 1 });
    const second = await glue.call('GetClassifiers', {
      NextToken: first.NextToken,
    });
    expect(
      [...first.Classifiers, ...second.Classifiers].map(
        ({ CsvClassifier }) => CsvClassifier.Name,
      ),
    ).toEqual(['others', 'pipes']);
    await glue.call('UpdateClassifier', {
      CsvClassifier: { Name: 'pipes', Header: ['a', 'b'] },
    });
    const updated = await glue.call('GetClassifier', { Name: 'pipes' });
    expect(updated.Classifier.CsvClassifier).toMatchObject({
      ...csv,
      Header: ['a', 'b'],
      Version: 2,
    });
    await glue.call('DeleteClassifier', { Name: 'pipes' });
    for (const operation of ['GetClassifier', 'DeleteClassifier']) {
      await expect(
        glue.call(operation, { Name: 'pipes' }),
      ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
    }
  });

  it('for JSON can be created, got, listed, updated and deleted', async () => {
    const json = { Name: 'parts', JsonPath: '$.parts[*]' };
    await glue.call('CreateClassifier', { JsonClassifier: json });
    await create();
    const { Classifiers } = await glue.call('GetClassifiers');
    expect(Classifiers).toEqual([
      {
        JsonClassifier: {
          ...json,
          CreationTime: expect.any(Date),
          LastUpdated: expect.any(Date),
          Version: 1,
        },
      },
      { CsvClassifier: expect.objectContaining({ Name: 'pipes' }) },
    ]);
    for (const JsonClassifier of [
      { Name: 'parts', JsonPath: '$[*]' },
      { Name: 'parts' },
    ]) {
      await glue.call('UpdateClassifier', { JsonClassifier });
    }
    const { Classifier } = await glue.call('GetClassifier', { Name: 'parts' });
    expect(Classifier.JsonClassifier).toMatchObject({
      JsonPath: '$[*]',
      Version: 3,
    });
    await expect(
      glue.call('UpdateClassifier', { CsvClassifier: { Name: 'parts' } }),
    ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
    await expect(
      glue.call('UpdateClassifier', {
        JsonClassifier: { Name: 'parts', JsonPath: '$..x' },
      }),
    ).rejects.toMatchObject({
      code: 'InvalidInputException',
      message: expect.stringContaining('JsonClassifier.JsonPath'),
    });
    await glue.call('DeleteClassifier', { Name: 'parts' });
    await expect(
      glue.call('GetClassifier', { Name: 'parts' }),
    ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
  });

  it('exist once each', async () => {
    await create();
    await expect(create()).rejects.toMatchObject({
      code: 'AlreadyExistsException',
    });
    await expect(
      glue.call('UpdateClassifier', { CsvClassifier: { Name: 'other' } }),
    ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
  });

  it.each<[object, string]>([
    [{}, 'Give exactly one of'],
    [
      {
        CsvClassifier: csv,
        JsonClassifier: { Name: 'x', JsonPath: '$' },
      },
      'Give exactly one of',
    ],
    [
      { JsonClassifier: { Name: 'x', JsonPath: '$.a[?(@.b)]' } },
      'the JSON path "$.a[?(@.b)]" is not supported at "[?(@.b)]"',
    ],
    [
      { XMLClassifier: { Name: 'x', Classification: 'y' } },
      'XMLClassifier is not supported',
    ],
    [
      {
        GrokClassifier: { Name: 'x', Classification: 'y', GrokPattern: '.*' },
      },
      'GrokClassifier is not supported',
    ],
    [{ CsvClassifier: { ...csv, QuoteSymbol: '|' } }, 'must be different'],
    [{ CsvClassifier: { ...csv, Delimiter: '¦' } }, 'ASCII'],
    [{ CsvClassifier: { ...csv, Header: ['a', 'A'] } }, 'must differ'],
    [
      {
        CsvClassifier: { ...csv, Header: ['a'], ContainsHeader: 'UNKNOWN' },
      },
      'PRESENT',
    ],
    [
      {
        CsvClassifier: {
          ...csv,
          CustomDatatypeConfigured: true,
          CustomDatatypes: ['INT'],
        },
      },
      'CustomDatatypes are not supported',
    ],
  ])('are not %j', async (request, message) => {
    await expect(glue.call('CreateClassifier', request)).rejects.toMatchObject({
      code: 'InvalidInputException',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    [{ JsonClassifier: { Name: 'x' } }],
    [{ CsvClassifier: { ...csv, Delimiter: '||' } }],
    [{ CsvClassifier: { ...csv, Delimiter: '\n' } }],
  ])('%j breaks a constraint', async request => {
    await expect(glue.call('CreateClassifier', request)).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });
});
