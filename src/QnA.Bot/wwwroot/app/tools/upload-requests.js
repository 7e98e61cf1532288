/**
 * The requests that add, list and remove articles.
 */

/** The key is missing or wrong. */
export class Unauthorized extends Error {}

/**
 * Sends a file.
 * @param {File} file
 * @param {string} key
 * @param {(percent: number) => void} onProgress
 * @returns {Promise<any>} What the bot says of it.
 */
export function send(file, key, onProgress) {
  // fetch cannot tell how much has been sent.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open('POST', `/uploads?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('X-Uploads-Key', key);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(Math.round((100 * loaded) / Math.max(1, total))));
    request.addEventListener('load', () => (request.status < 300 ? resolve(request.response) : reject(new Error(request.response?.error ?? ''))));
    request.addEventListener('error', () => reject(new Error('')));
    request.send(file);
  });
}

/**
 * Has the bot fetch an address.
 * @param {string} address
 * @param {string} key
 */
export async function sendAddress(address, key) {
  const response = await fetch('/uploads/address', {
    method: 'POST', headers: { 'X-Uploads-Key': key, 'Content-Type': 'application/json' }, body: JSON.stringify({ address }),
  });
  if (!response.ok) {
    throw new Error((await response.json()).error);
  }
}

/**
 * @param {string} key
 * @returns {Promise<any[]>}
 */
export async function list(key) {
  const response = await fetch('/uploads', { headers: { 'X-Uploads-Key': key } });
  const body = await response.json();
  if (response.status === 401) {
    throw new Unauthorized(body.error);
  }
  if (!response.ok) {
    throw new Error(body.error);
  }
  return body.files;
}

/**
 * @param {string} name
 * @param {string} key
 */
export async function remove(name, key) {
  await fetch(`/uploads?name=${encodeURIComponent(name)}`, { method: 'DELETE', headers: { 'X-Uploads-Key': key } });
}
