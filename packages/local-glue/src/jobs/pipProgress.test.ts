import { pipProgress } from './pipProgress';

it.each([
  [
    'Collecting pyspark==3.5.6 (from -r requirements.txt (line 2))',
    'downloading pyspark',
  ],
  [
    '  Downloading pyspark-3.5.6.tar.gz (317.4 MB)',
    'downloading pyspark-3.5.6.tar.gz (317.4 MB)',
  ],
  [
    '  Downloading https://files.example/a/six-1.17.0-py2.py3-none-any.whl (11 kB)',
    'downloading six-1.17.0-py2.py3-none-any.whl (11 kB)',
  ],
  ['Building wheels for collected packages: pyspark', 'unpacking pyspark'],
  [
    '  Building wheel for pyspark (pyproject.toml): started',
    'unpacking pyspark',
  ],
  [
    'Installing collected packages: py4j, six',
    'installing the downloaded packages',
  ],
  ['  Preparing metadata (setup.py): finished', undefined],
  ['', undefined],
])('reads %p', (line, progress) => {
  expect(pipProgress(line)).toBe(progress);
});
