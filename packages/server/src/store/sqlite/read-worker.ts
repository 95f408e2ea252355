import { parentPort, workerData } from 'node:worker_threads';
import { StoreFault, type StoreFaultCode } from '../store-fault.ts';
import { connect } from './connect.ts';
import { keptStatements } from './kept-statements.ts';
import { sqliteFault } from './sqlite-fault.ts';

export interface Asked {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export type ReadAnswer =
  | { readonly id: number; readonly rows: readonly unknown[] }
  | { readonly id: number; readonly fault: { readonly code: StoreFaultCode | null; readonly message: string } };

const { file } = workerData as { readonly file: string };
const prepare = keptStatements(connect(file, { readonly: true }));

parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(answerTo(asked)));

function answerTo({ id, sql, parameters }: Asked): ReadAnswer {
  try {
    return { id, rows: prepare(sql).all(...parameters) };
  } catch (error) {
    const fault = sqliteFault(error);
    const { message } = fault as Error;
    return { id, fault: { code: fault instanceof StoreFault ? fault.code : null, message } };
  }
}
