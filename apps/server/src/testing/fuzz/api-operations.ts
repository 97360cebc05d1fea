/** A JSON schema as the API's description has it, as far as requests are made from it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  pattern?: string;
  format?: string;
}

/** One method on one path. */
export interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[];
  body: Schema | undefined;
  /** Media types a body may have. */
  consumes: string[];
}

interface Description {
  paths: Record<string, Record<string, OperationObject>>;
  components?: { schemas?: Record<string, Schema> };
}
interface OperationObject {
  parameters?: Operation['parameters'];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

/** Every operation of an OpenAPI description, with references replaced by what they point to. */
export function operationsOf(description: Description): Operation[] {
  const named = description.components?.schemas ?? {};
  const resolve = (schema: Schema | undefined): Schema | undefined => {
    if (!schema) return undefined;
    if (schema.$ref) return resolve(named[schema.$ref.split('/').at(-1) ?? '']);
    const all = (list?: Schema[]) => list?.map((one) => resolve(one) ?? {});
    return {
      ...schema,
      ...(schema.items && { items: resolve(schema.items) ?? {} }),
      ...(schema.anyOf && { anyOf: all(schema.anyOf) ?? [] }),
      ...(schema.oneOf && { oneOf: all(schema.oneOf) ?? [] }),
      ...(schema.properties && {
        properties: Object.fromEntries(
          Object.entries(schema.properties).map(([name, one]) => [name, resolve(one) ?? {}]),
        ),
      }),
    };
  };
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      parameters: (operation.parameters ?? []).map((one) => ({ ...one, schema: resolve(one.schema) ?? {} })),
      body: resolve(Object.values(operation.requestBody?.content ?? {})[0]?.schema),
      consumes: Object.keys(operation.requestBody?.content ?? {}),
    })),
  );
}
