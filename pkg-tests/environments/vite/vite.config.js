// Workers are modules, because the page is one. Nothing is set for the package.
export default { worker: { format: 'es' } };
