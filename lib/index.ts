export * from './connect-options';
export * from './event-map';
export * from './late-events';
export * from './pinterest-conversions';
export * from './pinterest-conversions-props';
export * from './pinterest-conversions-stack';
export * from './server-authorization';
