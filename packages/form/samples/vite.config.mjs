// One server for all samples: `npm run samples`, then /html/, /react/, /vue/ or /svelte/.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../../target/form/vite',
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'auth-object-form' } } }),
    svelte({ configFile: false }),
  ],
  esbuild: { jsx: 'automatic' },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: '../../../target/form/samples',
    emptyOutDir: true,
    rollupOptions: {
      input: ['html', 'react', 'vue', 'svelte'].map((name) => `${import.meta.dirname}/${name}/index.html`),
    },
  },
});
