// Makes the chat form livelier. Everything here works without it too, by posting the form and loading the page again.
// What people wrote only ever becomes textContent. The server's words come in data-say-… of <main>.

const main = document.querySelector("main[data-path]");
const form = document.getElementById("composer");
const list = document.getElementById("entries");
const notice = document.getElementById("notice");
const newest = document.getElementById("newest");
const say = main.dataset;
const path = say.path;
const box = form?.elements.text;

let last = Number(say.last); // the newest sequence on the page
let token = form?.elements.token.value; // the key of the next message
let queue = []; // messages on their way, one at a time: {field, value, label, token, item}
let busy = false, failures = 0, retry;

// What is not sent survives a reload of this tab.
const shelf = `raiz:${path}`;
const keep = () => {
  const unsent = queue.filter(({ file }) => !file).map(({ field, value, label, token }) => ({ field, value, label, token }));
  try { sessionStorage.setItem(shelf, JSON.stringify({ draft: box?.value ?? "", unsent })); } catch { /* not allowed here */ }
};
const kept = () => { try { return JSON.parse(sessionStorage.getItem(shelf)) ?? {}; } catch { return {}; } };

const asking = (patience = 20000) =>
  ({ headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout?.(patience) });

const element = (tag, className, text = "") =>
  Object.assign(document.createElement(tag), { className, textContent: text });

function makeItem(author, text, time) {
  const item = element("li", `entry ${author} fresh`);
  const meta = element("p", "meta");
  meta.append(element("span", "who", author === "bot" ? say.sayBot : say.sayPerson), " ", element("span", "time", time));
  item.append(meta, Object.assign(element("p", "text", text), { dir: "auto" }));
  return item;
}

// Takes what the server answered. `sent` is the message it answers to, if any.
function apply(update, sent) {
  const reading = isAway();
  let echo = sent?.item;
  let added = 0;
  for (const entry of update.entries ?? []) {
    if (entry.sequence <= last) continue;
    const isEcho = echo && entry.author === "person" && (sent.file || entry.text === sent.label);
    const item = isEcho ? echo : makeItem(entry.author, entry.text, entry.time);
    if (isEcho) { // the bubble that already stands there becomes the real one
      echo = undefined;
      item.classList.remove("pending");
      item.querySelector(".time").textContent = entry.time;
      item.querySelector(".text").textContent = entry.text;
      item.querySelector(".state")?.remove();
    } else {
      list.insertBefore(item, list.querySelector(".pending"));
    }
    item.id = `m-${entry.sequence}`;
    last = entry.sequence;
    added += 1;
  }
  echo?.remove();
  if (!(update.last >= last)) return; // an older answer that came late
  last = update.last;
  if (sent || update.notice) notice.textContent = update.notice ?? "";
  offer(queue.some(({ field }) => field === "choice") ? [] : update.choices ?? []);
  highlight();
  if (update.open === false) close();
  if (added === 0) return;
  if (reading && !sent) newest.hidden = false;
  else list.lastElementChild?.scrollIntoView({ block: "start" });
}

// Whether someone is reading further up.
const isAway = () => (list.lastElementChild?.getBoundingClientRect().top ?? 0) > innerHeight;

function highlight() {
  for (const old of list.querySelectorAll(".now")) old.classList.remove("now", "long");
  const item = list.lastElementChild;
  if (!item?.classList.contains("bot")) return;
  item.classList.add("now");
  item.classList.toggle("long", item.querySelector(".text").textContent.length > 280);
}

function offer(choices) {
  if (!form) return;
  const shown = [...form.querySelectorAll(".choice")].map(({ value, textContent }) => [value, textContent]);
  const same = JSON.stringify(shown) === JSON.stringify(choices.map(({ id, label }) => [id, label]));
  if (same) return; // keeps the focus where it is
  form.classList.toggle("offers", choices.length > 0);
  const row = document.getElementById("choices");
  row.classList.toggle("scale", choices.length > 3 && choices.every(({ label }) => label.length <= 2));
  const button = { type: "submit", name: "choice", formNoValidate: true, dir: "auto" };
  row.replaceChildren(...choices.map(({ id, label }) =>
    Object.assign(element("button", "choice", label), button, { value: id })));
}

function close() {
  if (form) form.hidden = true;
  document.getElementById("farewell").hidden = false;
  rest();
}

// Sending: a bubble at once, then the message, then the same message with the same token until it is through.

function enqueue(message) {
  const item = makeItem("person", message.label, "");
  item.classList.add("pending");
  item.tabIndex = -1;
  item.append(element("p", "state", say.saySending));
  list.append(item);
  queue.push({ ...message, item });
}

function mark(message, words) {
  const state = message.item.querySelector(".state");
  state?.replaceChildren(words);
  if (!state || words !== say.sayWaiting) return;
  state.append(Object.assign(element("button", "again", say.sayRetry), { type: "button", onclick: deliver }));
}

async function deliver() {
  clearTimeout(retry);
  if (busy || queue.length === 0) return;
  busy = true;
  const message = queue[0];
  message.token ??= token;
  mark(message, say.saySending);
  keep();
  try {
    const response = await (message.file ? post(message) : fetch(path, {
      method: "POST",
      body: new URLSearchParams({ [message.field]: message.value, token: message.token, after: last }),
      ...asking(),
    }));
    if (response.status >= 500 || [408, 425, 429].includes(response.status)) throw new Error("later");
    const answer = await response.json().catch(() => ({}));
    if (response.ok && !answer.entries) throw new Error("not ours"); // a school network's own page, say
    queue.shift();
    adopt(answer.token);
    if (response.ok) apply(answer, message);
    else await refuse(message, answer, response.status);
    failures = 0;
    online(true);
  } catch {
    failures += 1;
    mark(message, say.sayWaiting);
    online(navigator.onLine);
    retry = setTimeout(deliver, Math.min(15000, 1000 * 2 ** failures) + Math.random() * 1000);
  }
  busy = false;
  keep();
  if (failures === 0) deliver();
}

// A file goes as it is; the rest stands in the address.
function post({ file, token, value }) {
  const query = new URLSearchParams({ token, name: value, after: last });
  const init = asking(180000);
  init.headers["Content-Type"] = file.type || "application/octet-stream";
  return fetch(`${path}/media?${query}`, { method: "POST", body: file, ...init });
}

// Only the answer to a message brings the next key: anything else could bring one that is already used.
function adopt(next) {
  token = next ?? token;
  form.elements.token.value = token;
}

// The server will not take it as it is: the words go back into the box.
async function refuse(message, answer, status) {
  message.item.remove();
  if (message.field === "text") box.value = [message.value, box.value].filter(Boolean).join("\n");
  await catchUp();
  const why = message.file ? { 413: say.sayToobig, 415: say.sayUntaken }[status] : undefined;
  notice.textContent = answer.notice ?? why ?? say.sayRefused;
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { name, value, textContent } = event.submitter ?? {};
  if (name === "choice" || name === "command") {
    enqueue({ field: name, value, label: textContent });
    if (name === "choice") offer([]); // one answer to a question
  } else {
    const text = box.value.trim();
    if (!text) return;
    box.value = "";
    enqueue({ field: "text", value: text, label: text });
  }
  keep();
  highlight();
  const { item } = queue.at(-1);
  if (name === "choice") item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  deliver();
});
const picker = document.getElementById("file");
if (picker) document.getElementById("attach").hidden = false;
picker?.addEventListener("change", () => {
  const file = picker.files[0];
  picker.value = "";
  if (!file) return;
  if (file.size > Number(picker.dataset.limit)) {
    notice.textContent = say.sayToobig;
    return;
  }
  notice.textContent = "";
  enqueue({ field: "file", value: file.name, label: file.name, file });
  queue.at(-1).item.scrollIntoView({ block: "nearest" });
  deliver();
});
box?.addEventListener("input", keep);
box?.addEventListener("keydown", ({ key, ctrlKey, metaKey }) => { if (key === "Enter" && (ctrlKey || metaKey)) form.requestSubmit(); });

// Hearing: the bell only says that something is new; the page then asks what.

let bell;
let heard = Date.now();

async function catchUp() {
  try {
    const response = await fetch(`${path}/entries?after=${last}`, asking());
    if (!response.ok) return;
    apply(await response.json());
    heard = Date.now();
    online(true);
  } catch {
    online(false);
  }
}

function online(isOnline) {
  if (!isOnline) notice.textContent = say.sayOffline;
  else if (notice.textContent === say.sayOffline) notice.textContent = "";
}

function listen() {
  if (!window.EventSource || bell || document.hidden || !form || form.hidden) return;
  const source = new EventSource(`${path}/bell?after=${last}`);
  bell = source;
  source.addEventListener("bell", (event) => { if (Number(event.data) > last) catchUp(); });
  source.addEventListener("error", () => {
    if (source.readyState !== EventSource.CLOSED || bell !== source) return;
    bell = undefined;
    setTimeout(listen, 3000 + Math.random() * 3000); // not all phones at once
  });
}

function rest() { bell?.close(); bell = undefined; }

// A phone that sleeps loses its stream without a word, so every return asks first and listens again after.
async function wake() {
  rest();
  if (document.hidden) return;
  await catchUp();
  deliver();
  listen();
}
document.addEventListener("visibilitychange", wake);
addEventListener("pageshow", (event) => { if (event.persisted) wake(); });
addEventListener("online", wake);
addEventListener("offline", () => online(false));
addEventListener("pagehide", rest);
setInterval(() => {
  const patience = bell?.readyState === 1 ? 60000 : 15000;
  if (form && !form.hidden && !document.hidden && Date.now() - heard >= patience) catchUp();
}, 5000);
addEventListener("scroll", () => { if (!isAway()) newest.hidden = true; }, { passive: true });

const before = kept();
if (form) {
  if (before.draft && !box.value) box.value = before.draft;
  for (const message of before.unsent ?? []) enqueue(message);
  highlight();
  deliver();
}
listen();
