const ID = 'react-aria-pressable-style';

/**
 * React Aria writes a `<style>` for what can be pressed unless an element of this id is there, and the
 * page's policy lets no written style in. What that style says stands in RangePicker.module.css.
 */
export function keepPressableStyleOut(): void {
  if (document.getElementById(ID) !== null) return;
  const mark = document.createElement('meta');
  mark.id = ID;
  document.head.append(mark);
}
