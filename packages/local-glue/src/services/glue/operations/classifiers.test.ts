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
    [{ JsonClassifier: { Name: 'x', JsonPath: '$' } }, 'JsonClassifier is not'],
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
