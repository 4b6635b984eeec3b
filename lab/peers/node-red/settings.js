// Node-RED without editor, admin API and pages of its own: it only runs the flow. The folder comes from --userDir.
module.exports = {
  flowFile: process.env.FLOW_FILE,
  credentialSecret: false,
  uiHost: "127.0.0.1",
  httpAdminRoot: false,
  httpNodeRoot: false,
  diagnostics: { enabled: false, ui: false },
  telemetry: { enabled: false },
  logging: { console: { level: "warn", metrics: false, audit: false } },
};
