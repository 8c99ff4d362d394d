import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

/** The parts of the published contract that tests read. */
export interface OpenApi {
  paths: Record<
    string,
    { get: { parameters: { name: string; in: string }[]; responses: Record<string, unknown> } }
  >;
  components: { schemas: Record<string, OpenApiSchema> };
}

export interface OpenApiSchema {
  type?: string | string[];
  properties?: Record<string, OpenApiSchema>;
  required?: string[];
  enum?: string[];
  $ref?: string;
  oneOf?: OpenApiSchema[];
}

/** SignalWire's OpenAPI of the endpoint, exactly as published. */
export const openApi: OpenApi = parse(
  readFileSync(new URL('./signalwire-openapi.yaml', import.meta.url), 'utf8'),
);

/** Checks a value against a schema of the published contract by an off-the-shelf validator; gives what is wrong. */
export function createOpenApiCheck(schema: string): (value: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'signalwire', ...openApi });
  const validate = ajv.compile({ $ref: `signalwire#/components/schemas/${schema}` });

  return function check(value) {
    return validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
