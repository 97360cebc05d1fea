/** Village code in the name of a file ('5171011003-sesetan.xlsx'), as PP.KK.CC.DDDD; undefined without one. */
export function villageOfFileName(name: string): string | undefined {
  const found = /(?:^|\D)(\d\d)\.?(\d\d)\.?(\d\d)\.?([12]\d{3})(?:\D|$)/.exec(name);
  return found ? found.slice(1).join('.') : undefined;
}
