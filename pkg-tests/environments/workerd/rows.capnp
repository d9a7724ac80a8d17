using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  compatibilityDate = "2026-01-01",
  modules = [
    (name = "rows-worker.js", esModule = embed "dist/rows-worker.js"),
    (name = "auth_object.wasm", wasm = embed "dist/auth_object.wasm"),
    (name = "auth_object_rows.wasm", wasm = embed "dist/auth_object_rows.wasm"),
  ],
);
