using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

# The package's files as they are, no bundler in between: workerd knows modules by name, from the importing one's folder.
const worker :Workerd.Worker = (
  compatibilityDate = "2026-01-01",
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "common/answers.js", esModule = embed "common/answers.js"),
    (name = "common/requests.js", esModule = embed "common/requests.js"),
    (name = "common/auth-object", esModule = embed "node_modules/auth-object/dist/workerd.js"),
    (name = "common/auth_object.wasm", wasm = embed "node_modules/auth-object/dist/auth_object.wasm"),
  ],
);
