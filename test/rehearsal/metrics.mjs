/** @param {number} port @param {string} token @returns {Promise<Record<string, number>>} what `/metrics` of a portal says */
export async function readMetrics(port, token) {
  const headers = { authorization: `Bearer ${token}` };
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`, { headers })).text();
  const samples = [...text.matchAll(/^spryiannia_(\w+) ([\d.e+-]+)$/gm)];
  return Object.fromEntries(samples.map(([, name, value]) => [name, Number(value)]));
}
