/** What a translator has put in place of a text that the page wrote. */
const standIns = new WeakMap<Node, HTMLElement>();

/**
 * Lets the page live on while something translates it, though it asks not to be translated. A translator takes texts
 * out and puts a `<font>` in the place of each. React holds on to its texts: it would throw when it puts something
 * before one or takes it out, and write into what nobody sees. What it does to such a text is done to its stand-in.
 */
export function liveWithTranslators(): void {
  new MutationObserver((records) => records.forEach(noteStandIns)).observe(document, {
    childList: true,
    subtree: true,
  });

  const { insertBefore, removeChild } = Node.prototype;
  Node.prototype.insertBefore = function <Inserted extends Node>(node: Inserted, before: Node | null) {
    insertBefore.call(this, node, placeIn(this, before));
    return node;
  };
  Node.prototype.removeChild = function <Removed extends Node>(child: Removed) {
    const place = placeIn(this, child);
    if (place !== null) removeChild.call(this, place);
    return child;
  };
  const written = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...written,
    set(text: string) {
      written?.set?.call(this, text);
      const standIn = standIns.get(this);
      if (standIn !== undefined) standIn.textContent = text;
    },
  });
}

function noteStandIns({ removedNodes, addedNodes, previousSibling, nextSibling }: MutationRecord): void {
  const standIn = [...addedNodes, previousSibling, nextSibling].find(isFont);
  if (standIn === undefined) return;
  for (const node of removedNodes) if (node instanceof Text && !node.isConnected) standIns.set(node, standIn);
}

function isFont(node: Node | null): node is HTMLElement {
  return node instanceof HTMLElement && node.localName === 'font';
}

/** The child of a parent that a node is, is in, or has as its stand-in; null when none is. */
function placeIn(parent: Node, node: Node | null): Node | null {
  if (node === null || node.parentNode === parent) return node;
  let place: Node | null = standIns.get(node) ?? node;
  while (place !== null && place.parentNode !== parent) place = place.parentNode;
  return place;
}
