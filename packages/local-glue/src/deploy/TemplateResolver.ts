import { DeployError } from './DeployError';
import { Template } from './template';

/** What a template's references are resolved against. */
export interface ResolutionScope {
  /** `AWS::Region` and so on, without `AWS::NoValue`. */
  pseudoParameters: Readonly<Record<string, string>>;
  parameters: Readonly<Record<string, unknown>>;
  /** The Ref of a resource made already; undefined when there is none of that name. */
  ref(logicalId: string): string | undefined;
  /** The attribute of a resource made already. Throws `DeployError` when it has none of that name. */
  attribute(logicalId: string, name: string): unknown;
  /** Whether a text was made up for an attribute of something left out, so that nobody knows what it would be. */
  isMadeUp(text: string): boolean;
  /** The value another stack exports. Throws `DeployError` when none does. */
  importValue(name: string): string;
  availabilityZones(region: string): string[];
}

/** `{"Ref": "AWS::NoValue"}`: the property is as if it had not been written. */
const noValue = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown) => unknown;

/**
 * Evaluates the intrinsic functions of one CloudFormation template, after
 * "Intrinsic function reference" of the CloudFormation user guide. Pure: what
 * exists comes from the scope. Throws `DeployError` that names the function
 * and what is wrong with it.
 */
export class TemplateResolver {
  readonly #template: Template;
  readonly #scope: ResolutionScope;
  readonly #conditions = new Map<string, boolean>();
  readonly #functions: Readonly<Record<string, Intrinsic>> = {
    Ref: argument => this.#ref(text(argument, 'Ref')),
    Condition: argument => this.condition(text(argument, 'Condition')),
    'Fn::GetAtt': argument => this.#getAtt(argument),
    'Fn::Sub': argument => this.#sub(argument),
    'Fn::Join': argument => this.#join(argument),
    'Fn::Select': argument => this.#select(argument),
    'Fn::Split': argument => this.#split(argument),
    'Fn::GetAZs': argument => this.#getAZs(argument),
    'Fn::ImportValue': argument =>
      this.#scope.importValue(text(this.resolve(argument), 'Fn::ImportValue')),
    'Fn::FindInMap': argument => this.#findInMap(argument),
    'Fn::Base64': argument =>
      Buffer.from(text(this.resolve(argument), 'Fn::Base64')).toString(
        'base64',
      ),
    'Fn::Length': argument => this.#list(argument, 'Fn::Length').length,
    'Fn::ToJsonString': argument => JSON.stringify(this.resolve(argument)),
    'Fn::If': argument => this.#if(argument),
    'Fn::And': argument =>
      list(argument, 'Fn::And').every(item => this.#truth(item)),
    'Fn::Or': argument =>
      list(argument, 'Fn::Or').some(item => this.#truth(item)),
    'Fn::Not': argument => !this.#truth(list(argument, 'Fn::Not', 1)[0]),
    'Fn::Equals': argument => {
      const [left, right] = list(argument, 'Fn::Equals', 2);
      return String(this.resolve(left)) === String(this.resolve(right));
    },
  };

  constructor(template: Template, scope: ResolutionScope) {
    this.#template = template;
    this.#scope = scope;
  }

  /** The value with every function in it evaluated; undefined for `AWS::NoValue`. */
  resolve(value: unknown): unknown {
    const resolved = this.#resolve(value);
    return resolved === noValue ? undefined : resolved;
  }

  /** Whether a condition of the template holds. */
  condition(name: string): boolean {
    const known = this.#conditions.get(name);
    if (known !== undefined) return known;
    const expression = this.#template.Conditions?.[name];
    if (expression === undefined) {
      throw new DeployError(`there is no condition "${name}"`);
    }
    const result = this.#truth(expression);
    this.#conditions.set(name, result);
    return result;
  }

  #resolve(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value
        .map(item => this.#resolve(item))
        .filter(item => item !== noValue);
    }
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value);
    if (entries.length === 1) {
      const [name, argument] = entries[0];
      const isFunction =
        Object.hasOwn(this.#functions, name) &&
        // A property may itself be called Condition (IAM statements have one).
        (name !== 'Condition' || typeof argument === 'string');
      if (isFunction) return this.#functions[name](argument);
      if (name.startsWith('Fn::')) {
        throw new DeployError(`local-glue does not know the function ${name}`);
      }
    }
    return Object.fromEntries(
      entries
        .map(([name, member]) => [name, this.#resolve(member)] as const)
        .filter(([, member]) => member !== noValue),
    );
  }

  #truth(expression: unknown): boolean {
    const value = this.resolve(expression);
    return value === true || value === 'true';
  }

  #ref(name: string): unknown {
    if (name === 'AWS::NoValue') return noValue;
    const { pseudoParameters, parameters } = this.#scope;
    if (Object.hasOwn(pseudoParameters, name)) return pseudoParameters[name];
    if (Object.hasOwn(parameters, name)) return parameters[name];
    const physicalId = this.#scope.ref(name);
    if (physicalId === undefined) {
      throw new DeployError(
        `Ref names "${name}", which is neither a parameter nor a resource`,
      );
    }
    return physicalId;
  }

  #getAtt(argument: unknown): unknown {
    const [logicalId, ...name] =
      typeof argument === 'string'
        ? argument.split('.')
        : list(argument, 'Fn::GetAtt').map(part =>
            text(this.resolve(part), 'Fn::GetAtt'),
          );
    return this.#scope.attribute(logicalId, name.join('.'));
  }

  #sub(argument: unknown): string {
    const [template, variables] = Array.isArray(argument)
      ? [text(argument[0], 'Fn::Sub'), argument[1] ?? {}]
      : [text(argument, 'Fn::Sub'), {}];
    return template.replace(/\$\{([^}]*)\}/g, (_match, inside: string) => {
      if (inside.startsWith('!')) return `\${${inside.slice(1)}}`;
      const name = inside.trim();
      if (Object.hasOwn(variables, name)) {
        return text(this.resolve(variables[name]), 'Fn::Sub');
      }
      const value = name.includes('.') ? this.#getAtt(name) : this.#ref(name);
      return text(value, 'Fn::Sub');
    });
  }

  #join(argument: unknown): string {
    const [delimiter, items] = list(argument, 'Fn::Join', 2);
    return this.#list(items, 'Fn::Join')
      .map(item => text(item, 'Fn::Join'))
      .join(text(delimiter, 'Fn::Join'));
  }

  #select(argument: unknown): unknown {
    const [index, items] = list(argument, 'Fn::Select', 2);
    const at = Number(this.resolve(index));
    const choices = this.#list(items, 'Fn::Select');
    if (choices.length === 1 && this.#isMadeUp(choices[0])) return choices[0];
    if (!(at in choices)) {
      throw new DeployError(
        `Fn::Select asks for item ${at} of a list of ${choices.length}`,
      );
    }
    return choices[at];
  }

  #split(argument: unknown): string[] {
    const [delimiter, source] = list(argument, 'Fn::Split', 2);
    const whole = text(this.resolve(source), 'Fn::Split');
    return this.#isMadeUp(whole)
      ? [whole]
      : whole.split(text(delimiter, 'Fn::Split'));
  }

  /** What was made up stands for a list as well, with as many items as are asked for. */
  #list(argument: unknown, where: string): unknown[] {
    const value = this.resolve(argument);
    return this.#isMadeUp(value) ? [value] : list(value, where);
  }

  #isMadeUp(value: unknown): boolean {
    return typeof value === 'string' && this.#scope.isMadeUp(value);
  }

  #getAZs(argument: unknown): string[] {
    const region = this.resolve(argument);
    return this.#scope.availabilityZones(
      typeof region === 'string' && region !== ''
        ? region
        : this.#scope.pseudoParameters['AWS::Region'],
    );
  }

  #findInMap(argument: unknown): unknown {
    const [map, top, second, options] = list(argument, 'Fn::FindInMap').map(
      part => this.resolve(part),
    );
    const found =
      this.#template.Mappings?.[String(map)]?.[String(top)]?.[String(second)];
    if (found !== undefined) return found;
    const fallback = (options as { DefaultValue?: unknown } | undefined)
      ?.DefaultValue;
    if (fallback !== undefined) return fallback;
    throw new DeployError(
      `Fn::FindInMap finds nothing at ${map}, ${top}, ${second}`,
    );
  }

  #if(argument: unknown): unknown {
    const [name, whenTrue, whenFalse] = list(argument, 'Fn::If', 3);
    return this.#resolve(
      this.condition(text(name, 'Fn::If')) ? whenTrue : whenFalse,
    );
  }
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw new DeployError(`${where} needs text, not ${JSON.stringify(value)}`);
}

function list(value: unknown, where: string, length?: number): unknown[] {
  if (!Array.isArray(value) || (length && value.length !== length)) {
    throw new DeployError(
      `${where} needs a list${length ? ` of ${length}` : ''}, not ${JSON.stringify(value)}`,
    );
  }
  return value;
}
