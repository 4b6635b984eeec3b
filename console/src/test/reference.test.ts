import { same } from './assert.ts';
import { commandOf, operations, typeOf } from '../main/web/app/reference/contract.ts';
import type { Description, Operation } from '../main/web/app/reference/contract.ts';

const DESCRIPTION: Description = {
  info: { title: 'x', version: '1', description: '' },
  servers: [{ url: 'https://park.example/api/v1' }],
  tags: [],
  components: {
    parameters: { Id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } },
    responses: { Problem: { description: 'Why not.' } },
  },
  paths: {
    '/alerts/{id}/acknowledge': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      post: {
        operationId: 'acknowledge',
        tags: ['cases'],
        summary: 'Note it.',
        'x-summary-zh': '确认。',
        'x-example': '/alerts/c-1/acknowledge',
        'x-roles': ['officer'],
        'x-scope': 'enterprise',
        requestBody: { content: { 'application/json': { example: { comment: "the plant's pump" } } } },
        responses: { default: { $ref: '#/components/responses/Problem' } },
      },
    },
  },
};

Deno.test('what an operation shares with others is said with it', () => {
  const [it] = operations(DESCRIPTION);
  same(it.parameters[0].name, 'id');
  same(it.answers, [['default', { description: 'Why not.' }]]);
});

Deno.test('an example is a line that a shell takes as it stands', () => {
  const [it] = operations(DESCRIPTION);
  same(
    commandOf(it, DESCRIPTION.servers[0].url),
    [
      'curl -H "Authorization: Bearer $TOKEN"',
      '-X POST',
      "-H 'Content-Type: application/json'",
      `-d '{"comment":"the plant'\\''s pump"}'`,
      "'https://park.example/api/v1/alerts/c-1/acknowledge'",
    ].join(' \\\n  '),
  );
  const reading: Operation = { ...it, method: 'GET', body: null, example: '/parks?sort=-name' };
  same(
    commandOf(reading, DESCRIPTION.servers[0].url),
    'curl -H "Authorization: Bearer $TOKEN" \\\n  \'https://park.example/api/v1/parks?sort=-name\'',
  );
});

Deno.test('a type is told in words, with what is allowed of it', () => {
  same(typeOf({ type: ['string', 'null'], enum: ['day', null] }), {
    type: 'string | null',
    named: null,
    allowed: ['day, null'],
  });
  same(typeOf({ type: 'array', items: { $ref: '#/components/schemas/Row' }, maxItems: 20 }), {
    type: 'array of Row',
    named: 'Row',
    allowed: ['…20 items'],
  });
  same(typeOf({ type: 'integer', minimum: 1, default: 100 }).allowed, ['1…', '= 100']);
  same(typeOf({ allOf: [{ $ref: '#/components/schemas/Row' }] }).type, 'Row');
});
