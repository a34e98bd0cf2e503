import { XMLParser } from 'fast-xml-parser';
import { escapeXml, writeXmlMembers } from './xml';

describe('escapeXml', () => {
  it.each([
    ['<b> & "c" \'d\'', '&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;'],
    ['line\nbreak\ttab', 'line\nbreak\ttab'],
    ['bell\u0007', 'bell\ufffd'],
  ])('%j becomes %j', (text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });
});

describe('writeXmlMembers', () => {
  it('names the members of lists as the service does, "member" otherwise', () => {
    const xml = writeXmlMembers(
      { Clusters: [{ Nodes: ['a', 'b'] }], Tags: [] },
      { Clusters: 'Cluster', Tags: 'Tag' },
    );
    expect(xml).toBe(
      '<Clusters><Cluster><Nodes><member>a</member><member>b</member></Nodes></Cluster></Clusters><Tags></Tags>',
    );
  });

  it('writes timestamps in ISO 8601 and leaves absent members out', () => {
    expect(
      writeXmlMembers({ At: new Date(0), Marker: undefined, Encrypted: true }),
    ).toBe('<At>1970-01-01T00:00:00.000Z</At><Encrypted>true</Encrypted>');
  });

  it('survives a parser with markup in its text', () => {
    const name = '</Name><Evil/>&';
    const parsed = new XMLParser().parse(`<a>${writeXmlMembers({ name })}</a>`);
    expect(parsed).toEqual({ a: { name } });
  });
});
