let works = false;

/** Why no picture can be drawn here, as a sentence; undefined where WebGL works, which is tried once. */
export function missingWebgl(): string | undefined {
  if (works) return undefined;
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return 'This browser offers no WebGL 2, which the picture needs.';
  context.getExtension('WEBGL_lose_context')?.loseContext();
  works = true;
  return undefined;
}
