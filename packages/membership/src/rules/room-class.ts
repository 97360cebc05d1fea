/** Wage up to which a worker's family is treated in class II; above it is class I. */
export const classTwoWage = 4_000_000;

/** Room class of a worker (PPU) by wage: up to 4,000,000 class II, above class I. PBI and Pemda are class III. */
export function workerRoomClass(wage: number): 1 | 2 {
  return wage <= classTwoWage ? 2 : 1;
}
