export { checkHouseOf } from './check-house.ts';
export { checkedOf, type CheckAsked, type CheckedReading, type CheckHouse } from './checked-of.ts';
export { type RecordHouse, recordHouseOf } from './record-house.ts';
export { recordedOf } from './recorded-of.ts';
