import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds a running Clew; the built pages always ask the server they came from. */
const server = process.env['CLEW_URL'] ?? 'http://localhost:8080';
const served = ['/api', '/sparql', '/health', '/dump.trig.gz', '/dump.nq.gz'];

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // Small files stay files: a data: font or script would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: Object.fromEntries(served.map((path) => [path, server])) },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
