const organisation = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['id', 'name'],
    properties: { id: { type: 'string', pattern: '^UA-EDR-\\d{8}$' }, name: { type: 'string', minLength: 1 } },
  },
};
const sum = { type: 'number', minimum: 0, multipleOf: 0.01 };

/** What the 360Giving Data Standard 1.4.3 demands of a package, and what we promise beyond it. */
export const GRANT_PACKAGE_SCHEMA = {
  type: 'object',
  required: ['grants', 'version', 'license', 'modified'],
  properties: {
    version: { const: '1.4' },
    license: { type: 'string', format: 'uri' },
    modified: { type: 'string', format: 'date-time' },
    grants: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'object',
        required: [
          ...['id', 'title', 'description', 'currency', 'amountAwarded', 'awardDate'],
          ...['recipientOrganization', 'fundingOrganization', 'url', 'dateModified'],
        ],
        properties: {
          id: { type: 'string', minLength: 1 },
          title: { type: 'string', minLength: 1 },
          description: { type: 'string', minLength: 1 },
          currency: { const: 'UAH' },
          amountAppliedFor: sum,
          amountAwarded: sum,
          amountDisbursed: sum,
          awardDate: { type: 'string', format: 'date' },
          url: { type: 'string', format: 'uri' },
          dateModified: { type: 'string', format: 'date-time' },
          recipientOrganization: organisation,
          fundingOrganization: organisation,
        },
      },
    },
  },
};
