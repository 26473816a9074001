/** A value of which nothing can be changed any more: whoever tries throws. */
export function deepFreeze<T>(value: T): T {
  // The octets of a buffer cannot be frozen.
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  for (const each of Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}
