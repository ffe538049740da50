// Ties and dates in words.

export function spaced(value) {
  return value.replaceAll("-", " ");
}

export function keyOf(tie) {
  return `${tie.subject.id} ${tie.relation} ${tie.object.id}`;
}

export function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

export function span(from, until) {
  if (!from && !until) return "";
  if (from === until) return from;
  if (!from) return `until ${until}`;
  return until ? `${from} to ${until}` : `from ${from}`;
}

export function balance(tie) {
  const sides = [
    side(tie.claims_for, tie.origins_for, "for"),
    side(tie.claims_against, tie.origins_against, "against"),
  ];
  return sides.filter(Boolean).join("; ");
}

function side(claims, origins, which) {
  if (!claims) return "";
  const from = origins > 1 ? `, from ${origins} origins` : "";
  return `${count(claims, "claim")} ${which}${from}`;
}
