/** The host names a server answers to: a foreign name that points here reads nobody's figures. */

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const isLoopback = (host: string): boolean => [...LOOPBACK, "::1"].includes(host);

/**
 * On the loopback: its names and the public one. On a network of one's own, where the machine has
 * names we can't know, the public one if it was set and any otherwise (null).
 */
export function servedHosts(host: string, publicUrl: string): ReadonlySet<string> | null {
  const { hostname } = new URL(publicUrl);
  const publicIsSet = !isLoopback(hostname) && hostname !== host;
  if (!isLoopback(host) && !publicIsSet) return null;
  return new Set([...LOOPBACK, hostname, host]);
}
