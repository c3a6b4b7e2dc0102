import { traceLinks } from './activity.js';
import { startAlerts } from './alerts.js';
import { call } from './api.js';
import { startFaults } from './faults.js';
import { loadOrders, startOrders } from './orders.js';
import { loadShelf, startShelf } from './shelf.js';
import { startTraffic } from './traffic.js';

const reload = () => Promise.all([loadShelf(), loadOrders()]);

startShelf(reload);
startOrders();
startFaults(reload);
const config = await call('GET', '/api/config');
if (config.ok) {
  traceLinks(config.data.traceUrl);
  if (config.data.grafanaUrl) {
    startAlerts(config.data.grafanaUrl);
  }
}
startTraffic(reload);
await reload();
