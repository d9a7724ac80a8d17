import './common/page-and-worker.js';
