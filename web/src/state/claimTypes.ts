/** The kinds of claim, as the API names them. */
export const claimTypes = [
  'report',
  'explanation',
  'forecast',
  'aim',
  'opinion',
  'recommendation',
  'definition',
  'question',
] as const;
