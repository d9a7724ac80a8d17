// Workers as modules, because the page is one. For the package itself nothing is set.
export default { worker: { format: 'es' } };
