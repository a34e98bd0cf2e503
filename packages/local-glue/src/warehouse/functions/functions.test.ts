import { readMoment } from './dateTime';
import { formatDateTime } from './formatDateTime';
import { formatNumber, parseNumber } from './formatNumber';
import { parseDateTime } from './parseDateTime';
import { isoTimestamp } from './dateTime';
import { fnvHash, initcap, leftBytes, strtol } from './scalarFunctions';

/** The examples are those of the Amazon Redshift Database Developer Guide where it has some. */
describe('formatDateTime', () => {
  it.each([
    [
      '2009-12-31 23:15:59',
      'MONTH-DY-DD-YYYY HH12:MIPM',
      'DECEMBER -THU-31-2009 11:15PM',
    ],
    ['2009-12-31 23:15:59', 'DDTH', '31ST'],
    ['2008-11-03', 'FMMonth FMDDth, YYYY', 'November 3rd, 2008'],
    [
      '2008-01-05 02:03:04.056789',
      'YYYY-MM-DD HH24:MI:SS.MS|US',
      '2008-01-05 02:03:04.056|056789',
    ],
    [
      '2008-01-05',
      'Day|dy|D|ID|DDD|WW|IW|IYYY|Q|CC|J',
      'Saturday |sat|7|6|005|01|01|2008|1|21|2454471',
    ],
    ['2021-01-03', 'IYYY-IW', '2020-53'],
    ['2008-08-15', 'Mon|mon|RM|W', 'Aug|aug|VIII|3'],
    ['2008-01-05', '"YYYY" YY', 'YYYY 08'],
    ['12:30:00', 'HH12:MI am', '12:30 pm'],
  ])('writes %s as %s', (moment, format, expected) => {
    const parsed = readMoment(moment);
    expect(parsed && formatDateTime(parsed, format)).toBe(expected);
  });
});

describe('formatNumber', () => {
  it.each([
    ['-125.8', '999D99MI', '125.80-'],
    ['-125.8', '999D99S', '125.80-'],
    ['125.8', '999D99S', '125.80+'],
    ['-125.88', '$S999D99', '$-125.88'],
    ['-125.88', 'S999D99L', '-125.88$'],
    ['-125.88', '999D99PR', '<125.88>'],
    ['485', 'FMRN', 'CDLXXXV'],
    ['125', '999', ' 125'],
    ['-12', '9999', '  -12'],
    ['12', '0999', ' 0012'],
    ['0.5', '9.99', '  .50'],
    ['0.5', '0.99', ' 0.50'],
    ['0', '999', '   0'],
    ['1234567.891', '9,999,999.99', ' 1,234,567.89'],
    ['1234', '9,999,999', '     1,234'],
    ['12345', '999', ' ###'],
    ['1.999', '9.99', ' 2.00'],
    ['12.5', 'FM999.99', '12.5'],
    ['21', 'FM99TH', '21ST'],
  ])('writes %s in %s as %p', (number, format, expected) => {
    expect(formatNumber(number, format)).toBe(expected);
  });

  it('refuses what it does not know', () => {
    expect(() => formatNumber('1', '9X')).toThrow('numeric format "9X"');
  });
});

describe('parseNumber', () => {
  it.each([
    ['12,454.8-', '99G999D9S', '-12454.8'],
    ['$ 12,454.88', 'L 99G999D99', '12454.88'],
    ['$ 2,012,454.88', 'L 9,999,999.99', '2012454.88'],
  ])('reads %s in %s', (text, format, expected) => {
    expect(parseNumber(text, format)).toBe(expected);
  });
});

describe('parseDateTime', () => {
  it.each([
    ['02 Oct 2001', 'DD Mon YYYY', '2001-10-02 00:00:00'],
    ['20010631', 'YYYYMMDD', '2001-07-01 00:00:00'],
    ['2011-12-18 24:38:15', 'YYYY-MM-DD HH24:MI:SS', '2011-12-19 00:38:15'],
    ['05/06/2026 7:08 PM', 'MM/DD/YYYY HH12:MI AM', '2026-05-06 19:08:00'],
    ['20260506070809', 'YYYYMMDDHH24MISS', '2026-05-06 07:08:09'],
    [
      '2026-05-06T07:08:09.5+02:00',
      'YYYY-MM-DDTHH24:MI:SSOF',
      '2026-05-06 07:08:09.500000+02:00',
    ],
    ['2026-200', 'YYYY-DDD', '2026-07-19 00:00:00'],
    ['January 8, 99', 'MONTH DD, YY', '1999-01-08 00:00:00'],
    ['2451187', 'J', '1999-01-08 00:00:00'],
  ])('reads %s in %s', (text, format, expected) => {
    const moment = parseDateTime(text, format);
    expect(moment && isoTimestamp(moment)).toBe(expected);
  });

  it.each([
    ['20010631', 'YYYYMMDD', true],
    ['hello', 'YYYY-MM-DD', false],
    ['2026-13-01', 'YYYY-MM-DD', false],
    ['2026-01-01x', 'YYYY-MM-DD', true],
  ])('does not read %s in %s, strictly: %p', (text, format, isStrict) => {
    expect(parseDateTime(text, format, isStrict)).toBeUndefined();
  });
});

describe('texts', () => {
  it.each([
    ['0xf', '16', '15'],
    ['abcd1234', '16', '2882343476'],
    ['1234567', '10', '1234567'],
    ['110101', '2', '53'],
    ['-7', '8', '-7'],
  ])('strtol(%s, %s) is %s', (text, base, expected) => {
    expect(strtol(text, base)).toBe(expected);
  });

  it('strtol refuses other digits', () => {
    expect(() => strtol('12', '2')).toThrow(
      'not valid to be converted to base 2',
    );
  });

  it('hashes as the guide shows', () => {
    expect(fnvHash('Amazon Redshift')).toBe('7783490368944507294');
  });

  it.each([
    ['MUSICALS', 'Musicals'],
    ['nibh.enim@egestas.ca', 'Nibh.Enim@Egestas.Ca'],
    ['über x1y', 'Über X1y'],
  ])('initcap(%s) is %s', (text, expected) => {
    expect(initcap(text)).toBe(expected);
  });

  it.each([
    ['abc', 5, 'abc'],
    ['abcdef', 3, 'abc'],
    ['aüb', 2, 'a'],
    ['aüb', 3, 'aü'],
    ['€€', 5, '€'],
  ])('of %s %d bytes are %s', (text, bytes, expected) => {
    expect(leftBytes(text, bytes)).toBe(expected);
  });
});
