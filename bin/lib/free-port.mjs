import { createServer } from 'node:net';

/**
 * @param {number} [port] wanted port; 0 = any
 * @param {string} [host] where it must be free; every address unless given
 * @returns {Promise<number | null>} the port, or null when somebody listens on it
 */
export function portIfFree(port = 0, host = undefined) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(port, host, () => {
      const { port: free } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(free));
    });
  });
}

/** @returns {Promise<number>} a port free on loopback now */
export async function freePort() {
  return /** @type {number} */ (await portIfFree(0, '127.0.0.1'));
}
