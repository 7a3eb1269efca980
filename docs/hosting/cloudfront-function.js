// For CloudFront, as a function of the kind "viewer request" (runtime cloudfront-js-2.0): leads an address to its file, which
// S3 cannot do.

function handler(event) {
  const request = event.request;
  // Of all folders only the site's own and that of the embeds have a page. For a site in a folder, write "/folder/" here.
  if (request.uri === "/" || request.uri.endsWith("/embed/v1/")) request.uri += "index.html";
  // Only plain names: a browser would read /\other.example as the address of another host.
  else if (/^(\/[\w.-]+)+\/$/.test(request.uri)) return leadTo(request.uri.slice(0, -1), request.querystring);
  else if (/\/[^/.]+$/.test(request.uri)) request.uri += ".html";
  return request;
}

function leadTo(path, asked) {
  const pieces = Object.entries(asked).flatMap(([name, one]) => (one.multiValue || [one]).map(({ value }) => `${name}=${value}`));
  return {
    statusCode: 301,
    statusDescription: "Moved Permanently",
    headers: { location: { value: path + (pieces.length ? `?${pieces.join("&")}` : "") } },
  };
}
