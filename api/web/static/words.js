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
  const told = `${count(tie.claims_for, "claim")} for`;
  const origins = tie.origins_for > 1 ? ` from ${tie.origins_for} origins` : "";
  return told + origins + (tie.claims_against ? `, ${tie.claims_against} against` : "");
}
