export { checkReading } from './check-reading.ts';
export { checkedOf, type CheckAsked, type CheckedReading } from './checked-of.ts';
export { type RecordHouse, recordHouseOf } from './record-house.ts';
export { recordedOf } from './recorded-of.ts';
export { houseLevels } from './house-levels.ts';
