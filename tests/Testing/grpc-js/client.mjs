// A client that knows nothing of Wenye but an address, a client id with its secret, and a form in ministry codes.
// It gets a token, finds the service by reflection, submits the form, submits it again without a name, calls without a
// token, and prints what it saw as one line of JSON. Settings come from the environment:
// WENYE_HTTP (base address), WENYE_GRPC (host:port), WENYE_CLIENT_ID, WENYE_CLIENT_SECRET, WENYE_FORM (JSON).
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import protobuf from 'protobufjs';
import descriptor from 'protobufjs/ext/descriptor/index.js';

const { WENYE_HTTP, WENYE_GRPC, WENYE_CLIENT_ID, WENYE_CLIENT_SECRET, WENYE_FORM } = process.env;
const service = 'wenye.registration.v1.RegistrationService';
const plain = grpc.credentials.createInsecure();

async function token() {
  const response = await fetch(new URL('/connect/token', WENYE_HTTP), {
    method: 'POST',
    headers: { authorization: 'Basic ' + Buffer.from(`${WENYE_CLIENT_ID}:${encodeURIComponent(WENYE_CLIENT_SECRET)}`).toString('base64') },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!response.ok) throw new Error(`token: ${response.status} ${await response.text()}`);
  return (await response.json()).access_token;
}

// The reflection protocol is the one that grpc-js's own project publishes.
function reflection() {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@grpc/reflection/package.json'));
  const proto = path.join(folder, 'build/proto/grpc/reflection/v1/reflection.proto');
  const api = grpc.loadPackageDefinition(loader.loadSync(proto, { keepCase: true, oneofs: true })).grpc.reflection.v1;
  const client = new api.ServerReflection(WENYE_GRPC, plain);
  return {
    ask: (question) => new Promise((resolve, reject) => {
      const call = client.ServerReflectionInfo();
      call.on('data', (answer) => { resolve(answer); call.end(); });
      call.on('error', reject);
      call.write(question);
    }),
    close: () => client.close(),
  };
}

async function readContract(server) {
  const files = new Map();
  const take = (answer) => {
    if (answer.error_response) throw new Error(`reflection: ${answer.error_response.error_message}`);
    for (const bytes of answer.file_descriptor_response.file_descriptor_proto) {
      const file = descriptor.FileDescriptorProto.decode(bytes);
      files.set(file.name, file);
    }
  };
  take(await server.ask({ file_containing_symbol: service }));
  for (let missing = true; missing;) {
    missing = [...files.values()].flatMap((file) => file.dependency).find((name) => !files.has(name));
    if (missing) take(await server.ask({ file_by_filename: missing }));
  }
  return [...files.values()];
}

// The form's fields by their ministry codes, which the contract has as JSON names.
function byCode(files, form) {
  const message = files.flatMap((file) => file.messageType).find((type) => type.name === 'ApplicationForm');
  const names = new Map(message.field.map((field) => [field.jsonName, field.name]));
  return Object.fromEntries(Object.entries(form).map(([code, value]) => [names.get(code), value]));
}

const errors = protobuf.parse(`
  syntax = "proto3";
  package google.rpc;
  message Any { string type_url = 1; bytes value = 2; }
  message Status { int32 code = 1; string message = 2; repeated Any details = 3; }
  message ErrorInfo { string reason = 1; string domain = 2; map<string, string> metadata = 3; }
  message BadRequest { message FieldViolation { string field = 1; string description = 2; } repeated FieldViolation field_violations = 1; }
`, { keepCase: true }).root;

function explain(error) {
  const seen = { code: grpc.status[error.code], message: error.details };
  for (const bytes of error.metadata?.get('grpc-status-details-bin') ?? []) {
    for (const detail of errors.lookupType('google.rpc.Status').decode(bytes).details) {
      const type = errors.lookupType(detail.type_url.split('/').pop());
      Object.assign(seen, type.toObject(type.decode(detail.value)));
    }
  }
  return seen;
}

const server = reflection();
const listed = await server.ask({ list_services: '' });
const files = await readContract(server);
server.close();

const contract = loader.loadFileDescriptorSetFromObject({ file: files }, { keepCase: true, enums: String, longs: Number });
const Registration = grpc.loadPackageDefinition(contract).wenye.registration.v1.RegistrationService;
const client = new Registration(WENYE_GRPC, plain);
const submit = (form, bearer) => new Promise((resolve) => {
  const headers = new grpc.Metadata();
  if (bearer) headers.set('authorization', `Bearer ${bearer}`);
  client.SubmitApplication({ request_id: randomUUID(), form }, headers, { deadline: Date.now() + 30_000 },
    (error, answer) => resolve(error ? explain(error) : answer));
});

const form = byCode(files, JSON.parse(WENYE_FORM));
const bearer = await token();
console.log(JSON.stringify({
  services: listed.list_services_response.service.map((entry) => entry.name),
  accepted: await submit(form, bearer),
  rejected: await submit({ ...form, name: '' }, bearer),
  anonymous: await submit(form, null),
}));
client.close();
