/**
 * A phone of the register as WhatsApp writes it, '628123456789'; undefined when it is no mobile number of Indonesia:
 * 8 and 8 to 11 digits more. The same as chat_phone in the database.
 */
export function waPhone(text: string): string | undefined {
  const rest = text.replace(/\D/g, '').replace(/^(62|0)/, '');
  return /^8\d{8,11}$/.test(rest) ? `62${rest}` : undefined;
}
