/** Paths that answer GET with something else than a page, or only in a moment that the demo world does not hold. */
export const NO_PICTURE = {
  '/applications/:id/documents/:documentId': 'a file',
  '/applications/:id/submissions/:number/receipt': 'a file',
  '/applications/:id/result/consent': 'a file',
  '/claims/:id/extract': 'a file',
  '/competitions/:code/acts/:position/document': 'a file',
  '/competitions/:code/results/order': 'a file',
  '/reports/:id/expenses/:expenseId/file': 'a file',
  '/notices/:id/files/:documentId': 'a file',
  '/open-data/results/files/:code': 'a file',
  '/open-data/results/tools/:name': 'a file',
  '/plan-answers/:token/letter': 'a file',
  '/papers/:ownerKind/:ownerId/files/:documentId': 'a file',
  '/sessions/:id/minutes': 'a file',
  '/plan/:year': 'leads to the plan where the year has one',
  '/plan': 'leads to the plan of the year',
};
