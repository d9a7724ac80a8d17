import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// Tells Vue that <auth-object-form> is an element of the page, not a component of Vue's.
const isCustomElement = (tag) => tag === 'auth-object-form';

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
