// Starts the app where the browser can run it.

// A function that needs what the app's code needs: memory that is filled and copied in one step, integers that
// are widened in place, floats that become integers without a trap, references to objects, several results.
const NEEDED = "AGFzbQEAAAABDAJgAW8Cf35gAAJ/fgMCAQAEBAFvAAEFAwEAAQo1ATMAQQAgACYAQQBBAEEI/AsAQQBBAEEI/AoAAEQAAAAAAADwP/wCwEQAAAAAAADwP/wGxAs=";

// Whether this browser, on this page, can run the app: tried, because a policy may forbid what a browser could do.
function canRun() {
  try {
    new WebAssembly.Module(Uint8Array.from(atob(NEEDED), (sign) => sign.charCodeAt(0)));
    return "getReader" in ReadableStream.prototype;
  } catch {
    return false;
  }
}

// What the app asks of this script (src/platform/boot.rs).
globalThis.countryCooperation = { failed, linkedData, ownScript, watch, offline, keep, kept, missing, search, cite, takeEarly, inOwnTask, started, chunks, chunkFault };

try {
  if (!canRun()) throw new Fault("unsupported", false);
  if (!isWantedNow()) {
    layOutRest(); // of the page as it was written
    await firstSign();
  }
  askEarly().catch(() => {});
  for (const view of firstChunks()) chunksOf(view).catch(() => {}); // the app asks again
  const [glue, bytes] = await Promise.all([loadGlue(), loadWasm()]);
  await glue.default({ module_or_path: bytes });
} catch (error) {
  if (isTrap(error)) crashed();
  else failed(error instanceof Fault ? error.kind : error instanceof WebAssembly.CompileError ? "unsupported" : "crash");
}
