import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** The part of JSON Schema that the API's document uses. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  allOf?: readonly Schema[];
  properties?: Record<string, Schema>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

/** One operation of the document. */
export interface Operation {
  /** As in the document, e.g. `/v1/runs/{runId}`. */
  path: string;
  /** In small letters. */
  method: string;
  parameters: Parameter[];
  body?: Schema;
  statuses: string[];
}

interface Described {
  parameters?: readonly unknown[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, unknown>;
}

type Paths = Record<string, Record<string, Described>>;

const JSON_TYPE = 'application/json';

const escaped = (part: string) =>
  part.replaceAll('~', '~0').replaceAll('/', '~1');

/** The API's document as what requests are made of and what answers are judged by. */
export class ApiDocument {
  readonly operations: Operation[];
  private readonly ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    allErrors: true,
  });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: { paths: object }) {
    addFormats(this.ajv);
    this.ajv.addSchema(document, 'api');
    this.operations = Object.entries(document.paths as Paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(([method, described]) => ({
          path,
          method,
          parameters: (described.parameters ?? []).map(
            parameter => this.resolve(parameter) as Parameter,
          ),
          body: described.requestBody?.content['application/json'].schema,
          statuses: Object.keys(described.responses),
        })),
    );
  }

  /** What a reference leads to, and everything else as it is. */
  resolve<T>(part: T): T {
    const ref = (part as { $ref?: string }).$ref;
    if (ref === undefined) {
      return part;
    }
    const found = ref
      .split('/')
      .slice(1)
      .reduce<any>((inside, key) => inside[key], this.document);
    return this.resolve(found);
  }

  /** What is wrong with an answer, or undefined when the document describes it. */
  problemOf(
    operation: Pick<Operation, 'path' | 'method' | 'statuses'>,
    answer: { status: number; contentType?: string; text: string },
  ): string | undefined {
    const { path, method, statuses } = operation;
    const status = String(answer.status);
    if (!statuses.includes(status)) {
      return `The document has no status ${status} for it`;
    }
    const response = (this.document.paths as Paths)[path][method].responses[
      status
    ] as { $ref?: string; content?: object };
    const [type] = Object.keys(this.resolve(response).content ?? {});
    if (type === undefined) {
      return answer.text === ''
        ? undefined
        : 'An answer without one has a body';
    }
    if (answer.contentType?.split(';')[0] !== type) {
      return `The answer is ${answer.contentType ?? 'of no type'}`;
    }
    if (type !== JSON_TYPE) {
      return undefined;
    }
    const pointer = response.$ref
      ? response.$ref.slice(1)
      : `/paths/${escaped(path)}/${method}/responses/${status}`;
    return this.mismatch(`api#${pointer}`, answer.text);
  }

  private mismatch(response: string, text: string): string | undefined {
    let validate = this.validators.get(response);
    if (!validate) {
      const media = escaped(JSON_TYPE);
      validate = this.ajv.compile({
        $ref: `${response}/content/${media}/schema`,
      });
      this.validators.set(response, validate);
    }
    try {
      return validate(JSON.parse(text))
        ? undefined
        : this.ajv.errorsText(validate.errors);
    } catch (error) {
      return `The answer is no JSON: ${error}`;
    }
  }
}
